<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/email-field.ftl" as email>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/mandatory.ftl" as mandatory>
<#import "components/password-field.ftl" as password>
<#import "components/password-match.ftl" as match>
<#import "components/password-policy.ftl" as policy>
<@layout.registrationLayout step=2 displayMessage=false backUrl=backUrl; section>
  <#if section = "header">${msg("portalAccountTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=fields broken=passwordBroken![]/>
  <#elseif section = "form">
    <p class="govuk-body">${msg(((answers.professional!"") == "true")?then("portalAccountIntro", "portalAccountIntroPersonal"))}</p>
    <@mandatory.note/>
    <form data-answers data-own-address action="${formAction}" method="post" novalidate>
      <@email.field name="email" label=msg("portalEmailAddress") value=answers.email!""/>
      <@policy.checklist field="password"/>
      <@password.field name="password" label=msg("password") autocomplete="new-password" describedBy="password-policy"
        broken=passwordBroken![]/>
      <@password.field name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
      <@match.status first="password" second="password-confirm"/>
      <@button.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
