<#--
  Facts: what something is, and what it is like.

  <@list>        rows are nested
  <@row>         one fact, which is nested
    key          what it is
-->
<#macro list><dl class="govuk-summary-list"><#nested></dl></#macro>

<#macro row key>
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${key}</dt>
    <dd class="govuk-summary-list__value"><#nested></dd>
  </div>
</#macro>
