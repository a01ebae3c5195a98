<#-- One macro a component. A field's error is the message that Keycloak keeps for its name. -->
<#assign work = ["jobRole", "organisation", "street", "locality", "postal_code"]>
<#assign answered = ["firstName", "lastName", "professional"] + work>
<#function error name>
  <#if !messagesPerField.existsError(name)><#return ""></#if>
  <#local text = messagesPerField.getFirstError(name)>
  <#-- Keycloak has one message for whatever is missing. -->
  <#if answered?seq_contains(name) && text == msg("error-user-attribute-required")><#return msg("portalMissing." + name)></#if>
  <#return text>
</#function>

<#-- "There is a problem": one link for each of the named fields that has an error. -->
<#macro summary names extra=[] extraId="password">
  <#local found = names?filter(n -> messagesPerField.existsError(n))>
  <#if found?has_content>
    <div class="govuk-error-summary" data-focus tabindex="-1"><div role="alert">
      <h2 class="govuk-error-summary__title">${msg("portalProblem")}</h2>
      <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
        <#list found as name>
          <#if name == "password" && extra?has_content>
            <#list extra as line><li><a href="#${extraId}">${msg("portalPasswordRuleBroken." + line.rule(), line.number())}</a></li></#list>
          <#else>
            <li><a href="#${(name == "password")?then(extraId, name)}">${kcSanitize(error(name))?no_esc}</a></li>
          </#if>
        </#list>
      </ul></div>
    </div></div>
  </#if>
</#macro>

<#macro message name id=name extra=[]>
  <#if extra?has_content>
    <div id="${id}-error">
      <#list extra as line><p class="govuk-error-message"><span class="govuk-visually-hidden">${msg("portalErrorPrefix")}</span> ${msg("portalPasswordRuleBroken." + line.rule(), line.number())}</p></#list>
    </div>
  <#else>
    <p id="${id}-error" class="govuk-error-message"><span class="govuk-visually-hidden">${msg("portalErrorPrefix")}</span> ${kcSanitize(error(name))?no_esc}</p>
  </#if>
</#macro>

<#macro text name label value="" type="text" autocomplete="" required=true class="" hint="" attributes="">
  <#local bad = messagesPerField.existsError(name)>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <label class="govuk-label" for="${name}">${label}<#if required> *</#if></label>
    <#if hint?has_content><div id="${name}-hint" class="govuk-hint">${hint}</div></#if>
    <#if bad><@message name/></#if>
    <input class="govuk-input ${class} ${bad?then("govuk-input--error", "")}" id="${name}" name="${name}"<#if type != "text"> type="${type}"</#if><#if value?has_content> value="${value}"</#if>
      <#if autocomplete?has_content>autocomplete="${autocomplete}"</#if> <#if required>aria-required="true"</#if>
      <#if bad>aria-invalid="true"</#if> <#if bad || hint?has_content>aria-describedby="<#if hint?has_content>${name}-hint </#if><#if bad>${name}-error</#if>"</#if> ${attributes?no_esc}>
  </div>
</#macro>

<#macro yesNo name label value="">
  <#local bad = messagesPerField.existsError(name)>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <fieldset class="govuk-fieldset" <#if bad>aria-describedby="${name}-error"</#if>>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${label} *</legend>
      <#if bad><@message name/></#if>
      <div class="govuk-radios govuk-radios--inline">
        <div class="govuk-radios__item"><input class="govuk-radios__input" id="${name}" name="${name}" type="radio" value="true" <#if value == "true">checked</#if>><label class="govuk-label govuk-radios__label" for="${name}">${msg("portalProfile.yes")}</label></div>
        <div class="govuk-radios__item"><input class="govuk-radios__input" id="${name}-no" name="${name}" type="radio" value="false" <#if value == "false">checked</#if>><label class="govuk-label govuk-radios__label" for="${name}-no">${msg("portalProfile.no")}</label></div>
      </div>
    </fieldset>
  </div>
</#macro>

<#-- Shows what was typed, with a script: the name of the button begins with what is on it. -->
<#macro toggle id label><button type="button" class="govuk-button govuk-button--secondary" data-toggle="${id}" data-hide="${msg("portalHide")}" data-hide-label="${msg("portalHidePassword", label)}" aria-label="${msg("portalShowPassword", label)}" hidden>${msg("portalShow")}</button></#macro>

<#macro password id name label autocomplete describedBy="" broken=[]>
  <#local bad = messagesPerField.existsError(name)>
  <div class="govuk-form-group ${bad?then("govuk-form-group--error", "")}">
    <label class="govuk-label" for="${id}">${label} *</label>
    <#if bad><@message name id broken/></#if>
    <div class="portal-password-row">
      <input class="govuk-input ${bad?then("govuk-input--error", "")}" id="${id}" name="${id}" type="password" autocomplete="${autocomplete}" spellcheck="false"
        autocapitalize="none" aria-required="true" <#if bad>aria-invalid="true"</#if> aria-describedby="${describedBy}<#if bad> ${id}-error</#if>">
      <@toggle id label/>
    </div>
  </div>
</#macro>

<#-- The password policy, readable before typing; with a script its lines are ticked off. -->
<#macro policy for="password">
  <#if passwordRequirements?? && passwordRequirements?has_content>
    <div class="portal-panel" id="password-policy">
      <h2 class="govuk-heading-s">${msg("portalPolicyTitle")}</h2>
      <p class="govuk-body">${msg("portalPolicyIntro")}</p>
      <ul class="govuk-list govuk-list--bullet" data-password-rules="${for}" data-kept="${msg("portalRuleKept")}">
        <#list passwordRequirements as line>
          <li data-rule="${line.rule()}" data-number="${line.number()?c}">${msg("portalPasswordRule." + line.rule(), line.number())}</li>
        </#list>
      </ul>
      <p class="govuk-visually-hidden" role="status" data-password-status data-all="${msg("portalRulesAllKept")}" data-left="${msg("portalRulesLeft", "#")}"></p>
      <#if passwordNotObvious!false><p class="govuk-body">${msg("portalPasswordNotObvious")}</p></#if>
    </div>
  </#if>
</#macro>

<#-- Says when both fields hold the same. -->
<#macro match first second>
  <p class="govuk-body-s portal-match" role="status" data-match="${first} ${second}" data-text="${msg("portalPasswordsMatch")}"></p>
</#macro>

<#macro mandatory><p class="govuk-body">${msg("portalMandatory")}</p></#macro>
<#macro submit label name="" value=""><button type="submit" class="govuk-button" <#if name?has_content>name="${name}" value="${value}"</#if>>${label}</button></#macro>
