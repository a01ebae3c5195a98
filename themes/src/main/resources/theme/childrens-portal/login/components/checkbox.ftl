<#--
  Something to tick.

  <@field>
    name         of the field, and its id
    label        text
    hint         more about it, if there is
    checked      whether it is ticked
-->
<#macro field name label hint="" checked=false>
  <div class="govuk-form-group"><div class="govuk-checkboxes"><div class="govuk-checkboxes__item">
    <input class="govuk-checkboxes__input" id="${name}" name="${name}" type="checkbox" value="on" <#if checked>checked</#if>
      <#if hint?has_content>aria-describedby="${name}-hint"</#if>>
    <label class="govuk-label govuk-checkboxes__label" for="${name}">${label}</label>
    <#if hint?has_content><div id="${name}-hint" class="govuk-hint govuk-checkboxes__hint">${hint}</div></#if>
  </div></div></div>
</#macro>
