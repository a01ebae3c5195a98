<#--
  Which of somebody's authenticator apps.

  <@choice>
    devices      Keycloak's credentials
    selected     id of the one that is chosen
    legend       text
    legendClass  classes of the legend
    id           of the list, if an error links to it
-->
<#import "radio.ftl" as radio>

<#macro choice devices selected legend legendClass id="">
  <div class="govuk-form-group">
    <fieldset class="govuk-fieldset">
      <legend class="${legendClass}">${legend}</legend>
      <div class="govuk-radios" <#if id?has_content>id="${id}" tabindex="-1"</#if>>
        <#list devices as device>
          <@radio.item id="credential-" + device?index name="selectedCredentialId" value=device.id label=device.userLabel!""
            checked=(device.id == selected)/>
        </#list>
      </div>
    </fieldset>
  </div>
</#macro>
