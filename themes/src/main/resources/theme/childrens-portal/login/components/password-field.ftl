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
    <label class="govuk-label ${labelClass}" for="${name}">${label}<#if required> *</#if></label><#lt>
    <#if bad && broken?has_content>
      <div id="${name}-error"><#lt>
        <#list broken as line>
          <@errorMessage.line>${msg("portalPasswordRuleBroken." + line.rule(), line.number())}</@>
        </#list>
      </div><#lt>
    <#elseif bad>
      <@errorMessage.line name>${kcSanitize(error)?no_esc}</@>
    </#if>
    <div class="portal-password-row"><#lt>
      <input class="govuk-input ${bad?then("govuk-input--error", "")}" id="${name}" name="${name}" type="password"<#lt>
        autocomplete="${autocomplete}" spellcheck="false" autocapitalize="none"<#lt>
        <#if required>aria-required="true"</#if><#lt>
        <#if bad>aria-invalid="true"</#if><#lt>
        <#if bad || describedBy?has_content>aria-describedby="${describedBy}<#if bad> ${name}-error</#if>"</#if>><#lt>
      <@show name label/>
    </div><#lt>
  </div>
</#macro>

<#-- The name of the button begins with what is on it. -->
<#macro show id label>
  <button type="button" class="govuk-button govuk-button--secondary" data-toggle="${id}" data-hide="${msg("portalHide")}"
    data-hide-label="${msg("portalHidePassword", label)}" aria-label="${msg("portalShowPassword", label)}"
    hidden>${msg("portalShow")}</button>
</#macro>
