<#--
  One of several choices.

  <@item>
    id, name, value  of the input
    label            text
    checked          whether it is chosen
-->
<#macro item id name value label checked=false>
  <div class="govuk-radios__item">
    <input class="govuk-radios__input" id="${id}" name="${name}" type="radio" value="${value}" <#if checked>checked</#if>>
    <label class="govuk-label govuk-radios__label" for="${id}">${label}</label>
  </div>
</#macro>
