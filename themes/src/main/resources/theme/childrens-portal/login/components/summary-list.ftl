<#--
  What is known, one fact in a line, and how to change it.

  <@list>        the facts, which are nested
  <@fact>        one, whose value is nested
    key          what it is
    href         where it is changed, empty if it cannot be
    what         what is changed, for people who hear the link by itself
-->
<#macro list><dl class="govuk-summary-list"><#nested></dl></#macro>

<#macro fact key href="" what=key>
  <div class="govuk-summary-list__row ${href?has_content?then("", "govuk-summary-list__row--no-actions")}">
    <dt class="govuk-summary-list__key">${key}</dt>
    <dd class="govuk-summary-list__value portal-break"><#nested></dd>
    <#if href?has_content>
      <dd class="govuk-summary-list__actions"><a class="govuk-link" href="${href}">${msg("portalChange")}<#t>
        <span class="govuk-visually-hidden"> ${what}</span></a></dd><#lt>
    </#if>
  </div>
</#macro>
