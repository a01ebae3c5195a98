<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/mandatory.ftl" as mandatory>
<#import "components/text-field.ftl" as text>
<#import "components/yes-no.ftl" as yesNo>
<#assign everyone = workDetailsForEveryone!false>
<#macro answer name class="">
  <@text.field name=name label=msg("portalProfile." + name) value=answers[name]!"" class=class/>
</#macro>
<@layout.registrationLayout step=1 displayMessage=false backUrl=url.loginUrl; section>
  <#if section = "header">${msg("portalDetailsTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=fields/>
  <#elseif section = "form">
    <@mandatory.note/>
    <form data-answers data-own-address action="${formAction}" method="post" novalidate>
      <@answer "firstName"/>
      <@answer "lastName"/>
      <@yesNo.field name="professional" label=msg("portalProfile.professional") value=answers.professional!""/>
      <div <#if !everyone>data-shown-by="professional"</#if>>
        <#if !everyone><p class="govuk-body" data-without-script>${msg("portalWorkOnlyProfessionals")}</p></#if>
        <@answer "jobRole"/>
        <@answer "organisation"/>
        <div class="govuk-inset-text">${msg("portalWorkAddress")}</div>
        <@answer "street"/>
        <@answer "locality"/>
        <@answer name="postal_code" class="govuk-input--width-10"/>
      </div>
      <@button.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
