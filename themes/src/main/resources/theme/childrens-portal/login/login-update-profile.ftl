<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/mandatory.ftl" as mandatory>
<#import "components/text-field.ftl" as text>
<#import "components/yes-no.ftl" as yesNo>
<#-- Attributes that only professionals must answer have this validator in the realm's user profile. -->
<#function ofProfessionals attribute><#return (attribute.validators["portal-required-when-professional"])??></#function>
<#macro answer attribute required>
  <@text.field name=attribute.name label=advancedMsg(attribute.displayName!"") value=(attribute.value)!""
    type=(attribute.name == "email")?then("email", "text") required=required/>
</#macro>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">${msg("portalDetailsTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=profile.attributes?map(attribute -> attribute.name)/>
  <#elseif section = "form">
    <@mandatory.note/>
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <#list profile.attributes?filter(attribute -> !ofProfessionals(attribute)) as attribute>
        <#if attribute.name == "professional">
          <@yesNo.field name="professional" label=advancedMsg(attribute.displayName) value=(attribute.value)!""/>
        <#elseif !attribute.readOnly>
          <@answer attribute attribute.required/>
        </#if>
      </#list>
      <div data-shown-by="professional">
        <p class="govuk-body" data-without-script>${msg("portalWorkOnlyProfessionals")}</p>
        <#list profile.attributes?filter(ofProfessionals) as attribute><@answer attribute true/></#list>
      </div>
      <div class="govuk-button-group">
        <@button.submit label=msg("portalNext")/>
        <#if isAppInitiatedAction??><@button.cancel/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
