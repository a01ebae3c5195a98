<#--
  Where somebody is signed in.

  browser(it)    which browser, in words
  <@facts>       when, and in which applications
    it           a SessionInWords
-->
<#import "summary-list.ftl" as summary>

<#function browser it>
  <#if it.byAdministrator()><#return msg("portalSessionAdministrator")></#if>
  <#if it.browser()?has_content && it.system()?has_content><#return msg("portalSessionBrowserOn", it.browser(), it.system())></#if>
  <#if it.browser()?has_content><#return it.browser()></#if>
  <#if it.system()?has_content><#return msg("portalSessionSomeBrowserOn", it.system())></#if>
  <#return msg("portalSessionSomeBrowser")>
</#function>

<#macro facts it>
  <@summary.list>
    <#if it.since()?has_content><@summary.fact msg("portalSessionSince")>${it.since()}</@></#if>
    <#if it.lastUsed()?has_content><@summary.fact msg("portalSessionLastUsed")>${it.lastUsed()}</@></#if>
    <#if it.applications()?has_content>
      <@summary.fact msg("portalSessionUsedBy")><#list it.applications() as name>${advancedMsg(name)}<#sep>, </#sep></#list></@>
    </#if>
  </@>
</#macro>
