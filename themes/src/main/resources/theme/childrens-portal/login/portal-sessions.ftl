<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/leave.ftl" as leave>
<#import "components/session.ftl" as session>
<@layout.registrationLayout backUrl=backUrl!""; section>
  <#if section = "header">${msg("portalSessionsTitle")}
  <#elseif section = "form">
    <h2 class="govuk-heading-m">${msg("portalSessionHere", session.browser(here))}</h2>
    <@session.facts here/>
    <#if others?has_content>
      <form action="${formAction}" method="post">
        <#list others as other>
          <#assign browser = session.browser(other)>
          <#if other.offline()><#assign browser = msg("portalSessionAway", browser)></#if>
          <h2 class="govuk-heading-m">${other?counter}. ${browser}</h2>
          <@session.facts other/>
          <@button.submit name="end" value=other.key() kind="secondary"
            label=msg("portalSessionEnd", other?counter)/>
        </#list>
        <#if more gt 0><p class="govuk-body">${msg("portalSessionsMore", more)}</p></#if>
        <h2 class="govuk-heading-m">${msg("portalSessionsOthers")}</h2>
        <p class="govuk-body">${msg("portalSessionsOthersText")}</p>
        <@button.submit name="end-others" value="true" kind="warning" label=msg("portalSessionsEndOthers")/>
      </form>
    <#else>
      <p class="govuk-body">${msg("portalSessionsNone")}</p>
    </#if>
    <@leave.form/>
  </#if>
</@layout.registrationLayout>
