<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=false backUrl=backUrl!""; section>
  <#if section = "header">${msg("portalChangeTitle")}
  <#elseif section = "errors"><@field.summary names=["email"]/>
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalChangeIntro")}</p>
    <form data-answers data-own-address action="${formAction}" method="post" novalidate>
      <input type="hidden" name="step" value="address">
      <@field.text name="email" label=msg("portalEmailAddress") value=address type="email" autocomplete="email" attributes="spellcheck=\"false\" autocapitalize=\"none\""/>
      <@field.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
