<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/email-field.ftl" as email>
<#import "components/error-summary.ftl" as errorSummary>
<#-- Nobody has been asked for a code yet where there is no way back. -->
<#assign first = !(backUrl!"")?has_content>
<@layout.registrationLayout displayMessage=false backUrl=backUrl!""; section>
  <#if section = "header">${msg(first?then("portalGiveTitle", "portalChangeTitle"))}
  <#elseif section = "errors"><@errorSummary.fields names=["email"]/>
  <#elseif section = "form">
    <p class="govuk-body">${msg(first?then("portalGiveIntro", "portalChangeIntro"))}</p>
    <form data-answers data-own-address action="${formAction}" method="post" novalidate>
      <input type="hidden" name="step" value="address">
      <@email.field name="email" label=msg("portalEmailAddress") value=address/>
      <@button.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
