<#import "template.ftl" as layout>
<#import "components/leave.ftl" as leave>
<#import "components/link.ftl" as link>
<#import "components/summary-list.ftl" as summary>
<#-- What happened, where, and with what application. -->
<#function words it>
  <#local application = it.application()?has_content?then(advancedMsg(it.application()), msg("portalRecordSomeApplication"))>
  <#local what = msg(it.messageKey(), application)>
  <#return it.place()?has_content?then(msg("portalRecordFrom", what, it.place()), what)>
</#function>
<@layout.registrationLayout backUrl=backUrl!""; section>
  <#if section = "header">${msg("portalRecordTitle")}
  <#elseif section = "form">
    <#if !kept>
      <p class="govuk-body">${msg("portalRecordNotKept")}</p>
    <#else>
      <p class="govuk-body">${msg("portalRecordText", days)}</p>
      <p class="govuk-body">${msg("portalRecordAdvice")}</p>
      <#if happenings?has_content>
        <@summary.list><#list happenings as it><@summary.fact it.when()>${words(it)}</@></#list></@>
      <#else><p class="govuk-body">${msg("portalRecordNothing")}</p></#if>
      <#if laterUrl?has_content><@link.line href=laterUrl label=msg("portalRecordLater")/></#if>
      <#if earlierUrl?has_content><@link.line href=earlierUrl label=msg("portalRecordEarlier")/></#if>
    </#if>
    <@leave.form/>
  </#if>
</@layout.registrationLayout>
