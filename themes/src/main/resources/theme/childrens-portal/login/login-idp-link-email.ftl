<#import "template.ftl" as layout>
<#import "components/link.ftl" as link>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalLinkMailedTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalLinkMailedText", idpDisplayName)}</p>
    <p class="govuk-body">${msg("portalCodeSpam")}</p>
    <@link.line href=url.loginAction label=msg("portalLinkMailAgain")/>
    <@link.line href=url.loginAction label=msg("portalLinkMailDone")/>
  </#if>
</@layout.registrationLayout>
