<#--
  The password policy, readable before typing; with a script its lines are ticked off.

  <@checklist>
    field        id of the field with the password
-->
<#macro checklist field>
  <#if passwordRequirements?? && passwordRequirements?has_content>
    <div class="portal-panel" id="password-policy">
      <h2 class="govuk-heading-s">${msg("portalPolicyTitle")}</h2>
      <p class="govuk-body">${msg("portalPolicyIntro")}</p>
      <ul class="govuk-list govuk-list--bullet" data-password-rules="${field}" data-kept="${msg("portalRuleKept")}">
        <#list passwordRequirements as line>
          <li data-rule="${line.rule()}" data-number="${line.number()?c}">
            ${msg("portalPasswordRule." + line.rule(), line.number())}</li>
        </#list>
      </ul>
      <p class="govuk-visually-hidden" role="status" data-password-status data-all="${msg("portalRulesAllKept")}"
        data-left="${msg("portalRulesLeft", "#")}"></p>
      <#if passwordNotObvious!false><p class="govuk-body">${msg("portalPasswordNotObvious")}</p></#if>
    </div>
  </#if>
</#macro>
