<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/profile-questions.ftl" as questions>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">${msg("portalReviewTitle")}
  <#elseif section = "errors"><@questions.errors/>
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalReviewText")}</p>
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <@questions.all/>
      <@button.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
