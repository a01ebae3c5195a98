resource "keycloak_authentication_flow" "top" {
  for_each = local.top_flows

  realm_id    = keycloak_realm.portal.id
  alias       = each.key
  description = each.value.description
  provider_id = each.value.providerId
}

resource "keycloak_authentication_subflow" "in_top" {
  for_each = local.flows_in_top

  realm_id          = keycloak_realm.portal.id
  parent_flow_alias = keycloak_authentication_flow.top[each.value.parent].alias
  alias             = each.key
  description       = local.flows[each.key].description
  provider_id       = local.flows[each.key].providerId
  authenticator     = each.value.authenticator
  requirement       = each.value.requirement
  priority          = each.value.priority
}

resource "keycloak_authentication_subflow" "in_those" {
  for_each = local.flows_in_those

  realm_id          = keycloak_realm.portal.id
  parent_flow_alias = keycloak_authentication_subflow.in_top[each.value.parent].alias
  alias             = each.key
  description       = local.flows[each.key].description
  provider_id       = local.flows[each.key].providerId
  authenticator     = each.value.authenticator
  requirement       = each.value.requirement
  priority          = each.value.priority
}

resource "keycloak_authentication_execution" "portal" {
  for_each = local.executions

  realm_id          = keycloak_realm.portal.id
  parent_flow_alias = each.value.parent
  authenticator     = each.value.authenticator
  requirement       = each.value.requirement
  priority          = each.value.priority

  # The flow is named by a text, which doesn't say that it has to be there first.
  depends_on = [
    keycloak_authentication_flow.top,
    keycloak_authentication_subflow.in_top,
    keycloak_authentication_subflow.in_those
  ]
}

resource "keycloak_authentication_execution_config" "portal" {
  for_each = { for key, execution in local.executions : key => execution if execution.config != null }

  realm_id     = keycloak_realm.portal.id
  execution_id = keycloak_authentication_execution.portal[each.key].id
  alias        = each.value.config
  config       = local.configs[each.value.config]
}

resource "keycloak_authentication_bindings" "portal" {
  realm_id               = keycloak_realm.portal.id
  browser_flow           = keycloak_authentication_flow.top[local.file.browserFlow].alias
  registration_flow      = keycloak_authentication_flow.top[local.file.registrationFlow].alias
  direct_grant_flow      = keycloak_authentication_flow.top[local.file.directGrantFlow].alias
  reset_credentials_flow = keycloak_authentication_flow.top[local.file.resetCredentialsFlow].alias

  # Nobody signs in by half a flow.
  depends_on = [keycloak_authentication_execution_config.portal]
}
