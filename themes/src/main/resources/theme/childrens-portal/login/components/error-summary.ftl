<#--
  "There is a problem", above the heading of a page that comes back.

  <@fields>      one link for each of the fields that has an error
    names        of the fields, in the order of the page
    broken       rules of the policy that the password breaks: a link for each instead of the one of "password"
    passwordId   the id of the field with the new password
  <@single>      one link
    id, text     of the field, and what is wrong with it
  <@box>         the box by itself; what is in it is nested
-->
<#import "error-message.ftl" as errorMessage>

<#macro fields names broken=[] passwordId="password">
  <#local found = names?filter(name -> messagesPerField.existsError(name))>
  <#if found?has_content>
    <@links>
      <#list found as name>
        <#if name == "password" && broken?has_content>
          <#list broken as line>
            <li><a href="#${passwordId}">${msg("portalPasswordRuleBroken." + line.rule(), line.number())}</a></li>
          </#list>
        <#else>
          <@link id=(name == "password")?then(passwordId, name) text=errorMessage.of(name)/>
        </#if>
      </#list>
    </@links>
  </#if>
</#macro>

<#macro single id text><@links><@link id=id text=text/></@links></#macro>

<#macro box>
  <div class="govuk-error-summary" data-focus tabindex="-1"><div role="alert">
    <h2 class="govuk-error-summary__title">${msg("portalProblem")}</h2>
    <div class="govuk-error-summary__body"><#nested></div>
  </div></div>
</#macro>

<#macro links><@box><ul class="govuk-list govuk-error-summary__list"><#nested></ul></@box></#macro>
<#macro link id text><li><a href="#${id}">${kcSanitize(text)?no_esc}</a></li></#macro>
