<#import "template.ftl" as layout>
<#import "components/link.ftl" as link>
<#import "components/own-details.ftl" as own>
<#import "components/summary-list.ftl" as summary>
<#macro way action label hint>
  <#if links[action]??>
    <li><a class="govuk-link" href="${links[action]}">${msg(label)}</a><br><span class="govuk-hint">${msg(hint)}</span></li>
  </#if>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalYourAccountTitle")}
  <#elseif section = "errors">
    <#if done??><div class="portal-success" role="status"><p class="govuk-body">${msg(done)}</p></div></#if>
    <#if failed??><div class="portal-notice" role="status"><p class="govuk-body">${msg("portalYourAccountFailed")}</p></div></#if>
  <#elseif section = "form">
    <h2 class="govuk-heading-m">${msg("portalYourAccountKnown")}</h2>
    <@summary.list>
      <@own.facts profile=profile change=links.DETAILS!""/>
      <@summary.fact key=msg("portalEmailAddress") href=links.EMAIL!"">${emailAddress}</@>
    </@>
    <h2 class="govuk-heading-m">${msg("portalYourAccountMore")}</h2>
    <ul class="govuk-list govuk-list--spaced">
      <@way action="PASSWORD" label="portalYourPassword" hint="portalYourPasswordHint"/>
      <@way action="SESSIONS" label="portalYourSessions" hint="portalYourSessionsHint"/>
      <@way action="RECORD" label="portalYourRecord" hint="portalYourRecordHint"/>
      <@way action="DATA" label="portalYourData" hint="portalYourDataHint"/>
      <@way action="CLOSE" label="portalYourClosing" hint="portalYourClosingHint"/>
    </ul>
    <#if backTo??><@link.line id="backToApplication" href=backTo label=msg("portalYourAccountBack", backName)/></#if>
    <@link.line id="sign-out" href=signOut label=msg("portalSignOut")/>
  </#if>
</@layout.registrationLayout>
