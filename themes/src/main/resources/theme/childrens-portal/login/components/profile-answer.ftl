<#--
  The answer to a question of the realm's user profile, on the kind of field that the administrator has chosen for it. Whatever is
  stored is on the page, all values and all lines of it: what is not on a page is lost when the page is sent.

  <@field>
    attribute  of the profile
    required   marks the label with an asterisk
-->
<#import "error-message.ftl" as errorMessage>
<#import "radio.ftl" as radio>
<#import "text-field.ftl" as text>

<#macro field attribute required>
  <#local kind = (attribute.annotations.inputType)!"text">
  <#local options = offered(attribute)>
  <#if options?has_content && (kind?starts_with("multiselect") || kind?starts_with("select") && (attribute.multivalued!false))>
    <@group attribute required; bad>
      <#-- Sent with the form when nothing is ticked, so that all ticks can be taken away. -->
      <input type="hidden" name="${attribute.name}" value="">
      <div class="govuk-checkboxes">
        <#list options as option><@tick attribute option option?counter/></#list>
      </div>
    </@group>
  <#elseif options?has_content && kind == "select-radiobuttons">
    <@group attribute required; bad>
      <div class="govuk-radios">
        <#list options as option>
          <@radio.item id=id(attribute, option?counter) name=attribute.name value=option label=labelOf(attribute, option)
            checked=(attribute.values![])?seq_contains(option)/>
        </#list>
      </div>
    </@group>
  <#elseif options?has_content && kind == "select">
    <@labelled attribute required; bad>
      <select class="govuk-select ${bad?then("govuk-select--error", "")}" <@said attribute required bad/>>
        <option value=""></option>
        <#list options as option>
          <option value="${option}" <#if (attribute.values![])?seq_contains(option)>selected</#if>>${labelOf(attribute, option)}</option>
        </#list>
      </select>
    </@labelled>
  <#elseif attribute.multivalued!false>
    <@group attribute required; bad>
      <#list (attribute.values![])?filter(value -> value?has_content) + [""] as value>
        <@text.field name=attribute.name id=id(attribute, value?counter) label=msg("portalAnswerNumber", value?counter) value=value
          required=false error="" class="${bad?then('govuk-input--error', '')}"/>
      </#list>
    </@group>
  <#elseif kind == "textarea" || ((attribute.value)!"")?contains("\n")>
    <@labelled attribute required; bad>
      <textarea class="govuk-textarea ${bad?then("govuk-textarea--error", "")}" rows="5" <@said attribute required bad/>><#t>
        ${(attribute.value)!""}</textarea><#lt>
    </@labelled>
  <#else>
    <@text.field name=attribute.name label=question(attribute) value=(attribute.value)!"" required=required
      type=(attribute.name == "email")?then("email", kind?starts_with("html5-")?then(kind?remove_beginning("html5-"), "text"))/>
  </#if>
</#macro>

<#function question attribute>
  <#return (attribute.displayName!"")?has_content?then(advancedMsg(attribute.displayName!""), attribute.name)>
</#function>

<#-- The first choice has the name itself as its id: that is where the error summary leads. -->
<#function id attribute number><#return (number == 1)?then(attribute.name, attribute.name + "-" + number)></#function>

<#-- What can be chosen, and what is stored, which may not be offered any more. -->
<#function offered attribute>
  <#local rule = (attribute.annotations.inputOptionsFromValidation)!"options">
  <#local options = (attribute.validators[rule].options)![]>
  <#return options + (attribute.values![])?filter(value -> value?has_content && !options?seq_contains(value))>
</#function>

<#function labelOf attribute option>
  <#if (attribute.annotations.inputOptionLabels[option])??><#return advancedMsg(attribute.annotations.inputOptionLabels[option])></#if>
  <#if attribute.annotations.inputOptionLabelsI18nPrefix??>
    <#return msg(attribute.annotations.inputOptionLabelsI18nPrefix + "." + option)>
  </#if>
  <#return option>
</#function>

<#-- Several fields for one question. -->
<#macro group attribute required>
  <#local error = errorMessage.of(attribute.name)>
  <#local bad = error?has_content>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <fieldset class="govuk-fieldset" <#if bad>aria-describedby="${attribute.name}-error"</#if>>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${question(attribute)}<#if required> *</#if></legend>
      <#if bad><@errorMessage.line attribute.name>${kcSanitize(error)?no_esc}</@></#if>
      <#nested bad>
    </fieldset>
  </div>
</#macro>

<#macro tick attribute option number>
  <div class="govuk-checkboxes__item">
    <input class="govuk-checkboxes__input" id="${id(attribute, number)}" name="${attribute.name}" type="checkbox" value="${option}"
      <#if (attribute.values![])?seq_contains(option)>checked</#if>>
    <label class="govuk-label govuk-checkboxes__label" for="${id(attribute, number)}">${labelOf(attribute, option)}</label>
  </div>
</#macro>

<#-- One field that is no input. -->
<#macro labelled attribute required>
  <#local error = errorMessage.of(attribute.name)>
  <#local bad = error?has_content>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <label class="govuk-label" for="${attribute.name}">${question(attribute)}<#if required> *</#if></label>
    <#if bad><@errorMessage.line attribute.name>${kcSanitize(error)?no_esc}</@></#if>
    <#nested bad>
  </div>
</#macro>

<#-- What such a field says of itself. -->
<#macro said attribute required bad>
  id="${attribute.name}" name="${attribute.name}" <#if required>aria-required="true"</#if><#t>
  <#if bad> aria-invalid="true" aria-describedby="${attribute.name}-error"</#if><#t>
</#macro>
