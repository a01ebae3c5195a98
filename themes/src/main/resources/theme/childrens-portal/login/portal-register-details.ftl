<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout step=1 displayMessage=false backUrl=url.loginUrl; section>
  <#if section = "header">${msg("portalDetailsTitle")}
  <#elseif section = "errors"><@field.summary names=field.answered/>
  <#elseif section = "form">
    <@field.mandatory/>
    <form data-answers data-own-address action="${formAction}" method="post" novalidate>
      <@field.text name="firstName" label=msg("portalProfile.firstName") value=answers.firstName!"" autocomplete="given-name"/>
      <@field.text name="lastName" label=msg("portalProfile.lastName") value=answers.lastName!"" autocomplete="family-name"/>
      <@field.yesNo name="professional" label=msg("portalProfile.professional") value=answers.professional!""/>
      <div <#if !(workDetailsForEveryone!false)>data-shown-by="professional"</#if>>
        <#if !(workDetailsForEveryone!false)><p class="govuk-body" data-without-script>${msg("portalWorkOnlyProfessionals")}</p></#if>
        <@field.text name="jobRole" label=msg("portalProfile.jobRole") value=answers.jobRole!"" autocomplete="organization-title"/>
        <@field.text name="organisation" label=msg("portalProfile.organisation") value=answers.organisation!"" autocomplete="organization"/>
        <div class="govuk-inset-text">${msg("portalWorkAddress")}</div>
        <@field.text name="street" label=msg("portalProfile.street") value=answers.street!"" autocomplete="address-line1"/>
        <@field.text name="locality" label=msg("portalProfile.locality") value=answers.locality!"" autocomplete="address-level2"/>
        <@field.text name="postal_code" label=msg("portalProfile.postal_code") value=answers.postal_code!"" autocomplete="postal-code" class="govuk-input--width-10"/>
      </div>
      <@field.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
