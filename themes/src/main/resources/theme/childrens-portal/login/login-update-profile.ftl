<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign names = profile.attributes?map(a -> a.name)>
<#assign tokens = {"firstName": "given-name", "lastName": "family-name", "email": "email", "jobRole": "organization-title", "organisation": "organization", "street": "address-line1", "locality": "address-level2", "postal_code": "postal-code"}>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">${msg("portalDetailsTitle")}
  <#elseif section = "errors"><@field.summary names=names/>
  <#elseif section = "form">
    <@field.mandatory/>
    <form action="${url.loginAction}" method="post" novalidate>
      <#list profile.attributes as attribute>
        <#assign label = advancedMsg(attribute.displayName!"")>
        <#if attribute.name == "professional">
          <@field.yesNo name="professional" label=label value=(attribute.value)!""/>
        <#elseif !attribute.readOnly>
          <@field.text name=attribute.name label=label value=(attribute.value)!"" type=(attribute.name == "email")?then("email", "text") autocomplete=tokens[attribute.name]!"" required=attribute.required/>
        </#if>
      </#list>
      <div class="govuk-button-group">
        <@field.submit label=msg("portalNext")/>
        <#if isAppInitiatedAction??><button type="submit" class="govuk-button govuk-button--secondary" name="cancel-aia" value="true" formnovalidate>${msg("portalCancel")}</button></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
