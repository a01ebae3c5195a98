<#--
  A line of text with its label, and with its error if it has one.

  <@field>
    name         of the field, and of its error
    label        text
    value        what is in it already
    id           if it is not the name
    type         of the input
    autocomplete what a browser may fill in (WCAG 2.2, 1.3.5)
    required     marks the label with an asterisk
    class        more classes of the input
    labelClass   more classes of the label
    error        what is wrong, if it is not the error of that name
    attributes   more of the input, name to value
-->
<#import "error-message.ftl" as errorMessage>

<#assign filledIn = {
  "firstName": "given-name",
  "lastName": "family-name",
  "email": "email",
  "jobRole": "organization-title",
  "organisation": "organization",
  "street": "address-line1",
  "locality": "address-level2",
  "postal_code": "postal-code"
}>

<#macro field name label value="" id=name type="text" autocomplete=filledIn[name]!"" required=true class="" labelClass=""
    error=errorMessage.of(name) attributes={}>
  <#local bad = error?has_content>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <label class="govuk-label ${labelClass}" for="${id}">${label}<#if required> *</#if></label><#lt>
    <#if bad><@errorMessage.line id>${kcSanitize(error)?no_esc}</@></#if>
    <input class="govuk-input ${class} ${bad?then("govuk-input--error", "")}" id="${id}" name="${name}"<#lt>
      <#if type != "text">type="${type}"</#if><#lt>
      <#if value?has_content>value="${value}"</#if><#lt>
      <#if autocomplete?has_content>autocomplete="${autocomplete}"</#if><#lt>
      <#if required>aria-required="true"</#if><#lt>
      <#if bad>aria-invalid="true" aria-describedby="${id}-error"</#if><#lt>
      <#list attributes as attribute, content> ${attribute}<#if content?has_content>="${content}"</#if></#list>><#lt>
  </div>
</#macro>
