<#--
  The password policy, readable before typing; with a script its lines are ticked off, each by its rule and number
  (1 unless it is said). Lines without white space in front keep a page with every error within its weight.

  <@checklist>
    field        id of the field with the password
-->
<#macro checklist field>
  <#if passwordRequirements?? && passwordRequirements?has_content>
    <div class="portal-panel" id="password-policy"><#lt>
      <h2 class="govuk-heading-s">${msg("portalPolicyTitle")}</h2><#lt>
      <p class="govuk-body">${msg("portalPolicyIntro")}</p><#lt>
      <ul class="govuk-list govuk-list--bullet" data-password-rules="${field}" data-kept="${msg("portalRuleKept")}"><#lt>
        <#list passwordRequirements as line>
          <#local text = msg("portalPasswordRule." + line.rule(), line.number())>
          <li data-rule="${line.rule()}"<#if line.number() != 1> data-number="${line.number()?c}"</#if>>${text}</li><#lt>
        </#list>
      </ul><#lt>
      <p class="govuk-visually-hidden" role="status" data-password-status data-all="${msg("portalRulesAllKept")}"<#lt>
        data-left="${(1..passwordRequirements?size)?map(left -> msg("portalRulesLeft", left))?join("|")}"></p><#lt>
      <#if passwordNotObvious!false><p class="govuk-body">${msg("portalPasswordNotObvious")}</p></#if>
    </div><#lt>
  </#if>
</#macro>
