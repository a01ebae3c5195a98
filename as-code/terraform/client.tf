resource "keycloak_openid_client_scope" "portal_profile" {
  realm_id               = keycloak_realm.portal.id
  name                   = local.scope.name
  include_in_token_scope = local.scope.attributes["include.in.token.scope"]
  consent_screen_text    = local.scope.attributes["consent.screen.text"]
}

resource "keycloak_generic_protocol_mapper" "portal_profile" {
  for_each = { for mapper in local.scope.protocolMappers : mapper.name => mapper }

  realm_id        = keycloak_realm.portal.id
  client_scope_id = keycloak_openid_client_scope.portal_profile.id
  name            = each.key
  protocol        = each.value.protocol
  protocol_mapper = each.value.protocolMapper
  config          = each.value.config
}

resource "keycloak_realm_default_client_scopes" "portal" {
  realm_id       = keycloak_realm.portal.id
  default_scopes = local.file.defaultDefaultClientScopes
}

resource "keycloak_realm_optional_client_scopes" "portal" {
  realm_id        = keycloak_realm.portal.id
  optional_scopes = local.file.defaultOptionalClientScopes

  depends_on = [keycloak_openid_client_scope.portal_profile]
}

resource "keycloak_openid_client" "portal_web" {
  realm_id                            = keycloak_realm.portal.id
  client_id                           = local.client.clientId
  name                                = local.client.name
  enabled                             = local.client.enabled
  access_type                         = local.client.publicClient ? "PUBLIC" : "CONFIDENTIAL"
  standard_flow_enabled               = local.client.standardFlowEnabled
  implicit_flow_enabled               = local.client.implicitFlowEnabled
  direct_access_grants_enabled        = local.client.directAccessGrantsEnabled
  service_accounts_enabled            = local.client.serviceAccountsEnabled
  full_scope_allowed                  = local.client.fullScopeAllowed
  base_url                            = var.web_url
  valid_redirect_uris                 = [var.web_redirect_uri]
  valid_post_logout_redirect_uris     = [var.web_url]
  web_origins                         = local.client.webOrigins
  pkce_code_challenge_method          = local.client.attributes["pkce.code.challenge.method"]
  backchannel_logout_session_required = local.client.attributes["backchannel.logout.session.required"]
}

resource "keycloak_openid_client_default_scopes" "portal_web" {
  realm_id       = keycloak_realm.portal.id
  client_id      = keycloak_openid_client.portal_web.id
  default_scopes = local.client.defaultClientScopes
}

resource "keycloak_openid_client_optional_scopes" "portal_web" {
  realm_id        = keycloak_realm.portal.id
  client_id       = keycloak_openid_client.portal_web.id
  optional_scopes = local.client.optionalClientScopes

  depends_on = [keycloak_openid_client_scope.portal_profile]
}
