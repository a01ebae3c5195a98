<#--
  Says when two fields hold the same (needs a script).

  <@status>
    first, second  ids of the fields
-->
<#macro status first second>
  <p class="govuk-body-s portal-match" role="status" data-match="${first} ${second}" data-text="${msg("portalPasswordsMatch")}"></p>
</#macro>
