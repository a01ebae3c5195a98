<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalLinkTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalLinkText", idpDisplayName)}</p>
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalLinkYes") name="submitAction" value="linkAccount"/>
        <#if !hideReviewButton?has_content>
          <@button.submit label=msg("portalLinkReview") name="submitAction" value="updateProfile" kind="secondary"/>
        </#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
