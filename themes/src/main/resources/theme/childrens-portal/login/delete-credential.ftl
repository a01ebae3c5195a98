<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalRemoveCredentialTitle", credentialLabel)}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button govuk-button--warning" name="accept" value="yes">${msg("portalRemove")}</button>
        <button type="submit" class="govuk-button govuk-button--secondary" name="cancel-aia" value="true" formnovalidate>${msg("portalCancel")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
