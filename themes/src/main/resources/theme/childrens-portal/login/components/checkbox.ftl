<#--
  Something to tick.

  <@field>
    name         of the field, and its id
    label        text
-->
<#macro field name label>
  <div class="govuk-form-group"><div class="govuk-checkboxes"><div class="govuk-checkboxes__item">
    <input class="govuk-checkboxes__input" id="${name}" name="${name}" type="checkbox" value="on">
    <label class="govuk-label govuk-checkboxes__label" for="${name}">${label}</label>
  </div></div></div>
</#macro>
