<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalRemoveCredentialTitle", credentialLabel)}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalRemove") name="accept" value="yes" kind="warning"/>
        <@button.cancel/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
