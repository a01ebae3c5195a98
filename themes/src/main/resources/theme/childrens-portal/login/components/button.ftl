<#--
  What goes on.

  <@submit>      sends the form
    label        text
    name, value  what it sends, if anything
    kind         "secondary" or "warning"; empty for what most people press
    validated    whether the browser looks at the form first
  <@cancel>      goes back to the application that asked for this
  <@link>        a link that looks like a button
    href, label, kind
    id           if it has one
    attributes   more, without values
-->
<#macro submit label name="" value="" kind="" validated=true>
  <button type="submit" class="${class(kind)}" <#if name?has_content>name="${name}" value="${value}"</#if>
    <#if !validated>formnovalidate</#if>>${label}</button>
</#macro>

<#macro cancel label=msg("portalCancel") validated=false>
  <@submit label=label name="cancel-aia" value="true" kind="secondary" validated=validated/>
</#macro>

<#macro link href label kind="" id="" attributes="">
  <a class="${class(kind)}" <#if id?has_content>id="${id}"</#if> href="${href}" role="button" draggable="false" ${attributes}>${label}</a>
</#macro>

<#function class kind>
  <#return kind?has_content?then("govuk-button govuk-button--" + kind, "govuk-button")>
</#function>
