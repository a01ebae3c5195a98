<#--
  A password, with a button that shows what was typed (needs a script).

  <@field>
    name         of the field, and its id
    label        text
    autocomplete "current-password" or "new-password"
    required     marks the label with an asterisk
    labelClass   more classes of the label
    describedBy  id of what explains it
    error        what is wrong, if it is not the error of that name
    broken       rules of the policy that it breaks, which are listed instead of the error
-->
<#import "error-message.ftl" as errorMessage>

<#macro field name label autocomplete required=true labelClass="" describedBy="" error=errorMessage.of(name) broken=[]>
  <#local bad = error?has_content>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <label class="govuk-label ${labelClass}" for="${name}">${label}<#if required> *</#if></label>
    <#if bad && broken?has_content>
      <div id="${name}-error">
        <#list broken as line>
          <@errorMessage.line>${msg("portalPasswordRuleBroken." + line.rule(), line.number())}</@>
        </#list>
      </div>
    <#elseif bad>
      <@errorMessage.line name>${kcSanitize(error)?no_esc}</@>
    </#if>
    <div class="portal-password-row">
      <input class="govuk-input ${bad?then("govuk-input--error", "")}" id="${name}" name="${name}" type="password"
        autocomplete="${autocomplete}" spellcheck="false" autocapitalize="none"
        <#if required>aria-required="true"</#if>
        <#if bad>aria-invalid="true"</#if>
        <#if bad || describedBy?has_content>aria-describedby="${describedBy}<#if bad> ${name}-error</#if>"</#if>>
      <@show name label/>
    </div>
  </div>
</#macro>

<#-- The name of the button begins with what is on it. -->
<#macro show id label>
  <button type="button" class="govuk-button govuk-button--secondary" data-toggle="${id}" data-hide="${msg("portalHide")}"
    data-hide-label="${msg("portalHidePassword", label)}" aria-label="${msg("portalShowPassword", label)}"
    hidden>${msg("portalShow")}</button>
</#macro>
