<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/link.ftl" as link>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalReplaceLinkTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalReplaceLinkText", idpDisplayName)}</p>
    <form action="${url.loginAction}" method="post">
      <@button.submit label=msg("portalReplaceLinkYes") name="submitAction" value="confirmOverride" kind="warning"/>
    </form>
    <@link.line id="loginRestartLink" href=url.loginRestartFlowUrl label=msg("portalStartAgain")/>
  </#if>
</@layout.registrationLayout>
