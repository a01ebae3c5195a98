<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalSignOutTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalSignOutText")}</p>
    <form action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <@field.submit label=msg("portalSignOut") name="confirmLogout" value="yes"/>
    </form>
    <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content><p class="govuk-body"><a class="govuk-link" href="${client.baseUrl}">${msg("portalStaySignedIn")}</a></p></#if>
  </#if>
</@layout.registrationLayout>
