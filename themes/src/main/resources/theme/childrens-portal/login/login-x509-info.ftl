<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalCertificateTitle")}
  <#elseif section = "form">
    <#if (x509.formData.subjectDN)??>
      <p class="govuk-body">${msg("portalCertificate")} <strong class="portal-break">${x509.formData.subjectDN}</strong></p>
    <#else>
      <p class="govuk-body">${msg("portalNoCertificate")}</p>
    </#if>
    <#if (x509.formData.isUserEnabled)??>
      <p class="govuk-body">${msg("portalCertificateAs")} <strong class="portal-break">${x509.formData.username!""}</strong></p>
    </#if>
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalGoOn") name="login" value="yes"/>
        <#if (x509.formData.isUserEnabled)??>
          <@button.submit label=msg("portalCertificateIgnore") name="cancel" value="yes" kind="secondary"/>
        </#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
