<#--
  A question that is answered by yes or no.

  <@field>
    name         of the field, and of its error
    label        the question
    value        "true", "false", or empty
-->
<#import "error-message.ftl" as errorMessage>
<#import "radio.ftl" as radio>

<#macro field name label value="">
  <#local error = errorMessage.of(name)>
  <#local bad = error?has_content>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <fieldset class="govuk-fieldset" <#if bad>aria-describedby="${name}-error"</#if>>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${label} *</legend>
      <#if bad><@errorMessage.line name>${kcSanitize(error)?no_esc}</@></#if>
      <div class="govuk-radios govuk-radios--inline">
        <@radio.item id=name name=name value="true" label=msg("portalProfile.yes") checked=(value == "true")/>
        <@radio.item id=name + "-no" name=name value="false" label=msg("portalProfile.no") checked=(value == "false")/>
      </div>
    </fieldset>
  </div>
</#macro>
