<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/leave.ftl" as leave>
<#import "components/summary-list.ftl" as summary>
<#-- "true" and "false" are what answers to yes-or-no questions are stored as. -->
<#function said text>
  <#if text == "true"><#return msg("portalProfile.yes")></#if>
  <#if text == "false"><#return msg("portalProfile.no")></#if>
  <#return text>
</#function>
<@layout.registrationLayout backUrl=backUrl!""; section>
  <#if section = "header">${msg("portalDataTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalDataText")}</p>
    <#list sections as part>
      <h2 class="govuk-heading-m">${advancedMsg(part.title())}</h2>
      <@summary.list>
        <#list part.rows() as row>
          <@summary.fact advancedMsg(row.label())><#list row.texts() as text>${said(text)}<#sep><br></#sep></#list></@>
        </#list>
      </@>
    </#list>
    <h2 class="govuk-heading-m">${msg("portalDataFile")}</h2>
    <p class="govuk-body">${msg("portalDataFileText")}</p>
    <form action="${formAction}" method="post">
      <@button.submit label=msg("portalDataDownload") name=fileName value="true" kind="secondary"/>
    </form>
    <@leave.form/>
  </#if>
</@layout.registrationLayout>
