<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout step=2 displayMessage=false backUrl=backUrl; section>
  <#if section = "header">${msg("portalAccountTitle")}
  <#elseif section = "errors">
    <@field.summary names=["email", "password", "password-confirm"] + field.answered extra=passwordBroken![]/>
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalAccountIntro")}</p>
    <@field.mandatory/>
    <form data-answers data-own-address action="${formAction}" method="post" novalidate>
      <@field.text name="email" label=msg("portalEmailAddress") value=answers.email!"" type="email" autocomplete="email" attributes="spellcheck=\"false\" autocapitalize=\"none\""/>
      <@field.policy/>
      <@field.password id="password" name="password" label=msg("password") autocomplete="new-password" describedBy="password-policy" broken=passwordBroken![]/>
      <@field.password id="password-confirm" name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
      <@field.match first="password" second="password-confirm"/>
      <@field.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
