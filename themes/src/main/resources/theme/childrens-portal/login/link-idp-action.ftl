<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalLinkActionTitle", idpDisplayName)}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalLinkActionText", idpDisplayName)}</p>
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalGoOn") name="continue" value="true"/>
        <@button.cancel/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
