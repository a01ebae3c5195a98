<#--
  What is wrong with an answer.

  of(name)       the message that Keycloak keeps for the field of that name, empty if there is none
  <@line>        one message, which is nested; id: the field's id, if the message is its only one
-->
<#function of name>
  <#if !messagesPerField.existsError(name)><#return ""></#if>
  <#local text = messagesPerField.getFirstError(name)>
  <#-- Keycloak has one message for whatever is missing (26.7); where the portal has one for the field, it says more. -->
  <#if text == msg("error-user-attribute-required")>
    <#local missing = "portalMissing." + name>
    <#return (msg(missing) == missing)?then(text, msg(missing))>
  </#if>
  <#return text>
</#function>

<#macro line id="">
  <p<#if id?has_content> id="${id}-error"</#if> class="govuk-error-message">
    <span class="govuk-visually-hidden">${msg("portalErrorPrefix")}</span> <#nested></p>
</#macro>
