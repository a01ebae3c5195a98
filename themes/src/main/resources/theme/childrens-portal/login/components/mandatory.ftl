<#--
  <@note>        what the asterisks mean
-->
<#macro note><p class="govuk-body">${msg("portalMandatory")}</p></#macro>
