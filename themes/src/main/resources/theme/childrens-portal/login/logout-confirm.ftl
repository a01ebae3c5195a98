<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/link.ftl" as link>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalSignOutTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalSignOutText")}</p>
    <form action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <@button.submit label=msg("portalSignOut") name="confirmLogout" value="yes"/>
    </form>
    <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
      <@link.line href=client.baseUrl label=msg("portalStaySignedIn")/>
    </#if>
  </#if>
</@layout.registrationLayout>
