<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign work = profile.attributes?filter(a -> field.work?seq_contains(a.name))>
<#assign forEveryone = work?filter(a -> a.required)?has_content>
<#assign names = profile.attributes?map(a -> a.name)>
<#assign tokens = {"firstName": "given-name", "lastName": "family-name", "email": "email", "jobRole": "organization-title", "organisation": "organization", "street": "address-line1", "locality": "address-level2", "postal_code": "postal-code"}>
<#macro answer attribute required>
  <@field.text name=attribute.name label=advancedMsg(attribute.displayName!"") value=(attribute.value)!"" type=(attribute.name == "email")?then("email", "text") autocomplete=tokens[attribute.name]!"" required=required/>
</#macro>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">${msg("portalDetailsTitle")}
  <#elseif section = "errors"><@field.summary names=names/>
  <#elseif section = "form">
    <@field.mandatory/>
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <#list profile.attributes?filter(a -> !field.work?seq_contains(a.name)) as attribute>
        <#if attribute.name == "professional"><@field.yesNo name="professional" label=advancedMsg(attribute.displayName) value=(attribute.value)!""/>
        <#elseif !attribute.readOnly><@answer attribute attribute.required/></#if>
      </#list>
      <div <#if !forEveryone>data-shown-by="professional"</#if>>
        <#if !forEveryone><p class="govuk-body" data-without-script>${msg("portalWorkOnlyProfessionals")}</p></#if>
        <#list work as attribute><@answer attribute true/></#list>
      </div>
      <div class="govuk-button-group">
        <@field.submit label=msg("portalNext")/>
        <#if isAppInitiatedAction??><button type="submit" class="govuk-button govuk-button--secondary" name="cancel-aia" value="true" formnovalidate>${msg("portalCancel")}</button></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
