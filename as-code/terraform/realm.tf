resource "keycloak_realm" "portal" {
  realm        = var.realm
  enabled      = local.file.enabled
  display_name = local.file.displayName
  ssl_required = local.file.sslRequired

  login_theme   = local.file.loginTheme
  account_theme = local.file.accountTheme
  email_theme   = local.file.emailTheme

  internationalization {
    supported_locales = local.file.supportedLocales
    default_locale    = local.file.defaultLocale
  }

  registration_allowed           = local.file.registrationAllowed
  registration_email_as_username = local.file.registrationEmailAsUsername
  login_with_email_allowed       = local.file.loginWithEmailAllowed
  duplicate_emails_allowed       = local.file.duplicateEmailsAllowed
  edit_username_allowed          = local.file.editUsernameAllowed
  reset_password_allowed         = local.file.resetPasswordAllowed
  remember_me                    = local.file.rememberMe
  verify_email                   = local.file.verifyEmail
  password_policy                = local.file.passwordPolicy

  access_code_lifespan                    = "${local.file.accessCodeLifespan}s"
  access_code_lifespan_login              = "${local.file.accessCodeLifespanLogin}s"
  access_code_lifespan_user_action        = "${local.file.accessCodeLifespanUserAction}s"
  action_token_generated_by_user_lifespan = "${local.file.actionTokenGeneratedByUserLifespan}s"
  access_token_lifespan                   = "${local.file.accessTokenLifespan}s"
  sso_session_idle_timeout                = "${local.file.ssoSessionIdleTimeout}s"
  sso_session_max_lifespan                = "${local.file.ssoSessionMaxLifespan}s"
  offline_session_idle_timeout            = "${local.file.offlineSessionIdleTimeout}s"
  revoke_refresh_token                    = local.file.revokeRefreshToken
  refresh_token_max_reuse                 = local.file.refreshTokenMaxReuse

  security_defenses {
    brute_force_detection {
      permanent_lockout                = local.file.permanentLockout
      max_login_failures               = local.file.failureFactor
      wait_increment_seconds           = local.file.waitIncrementSeconds
      max_failure_wait_seconds         = local.file.maxFailureWaitSeconds
      minimum_quick_login_wait_seconds = local.file.minimumQuickLoginWaitSeconds
      quick_login_check_milli_seconds  = local.file.quickLoginCheckMilliSeconds
      failure_reset_time_seconds       = local.file.maxDeltaTimeSeconds
    }
  }

  smtp_server {
    host              = var.mail.host
    port              = var.mail.port
    from              = var.mail.from
    from_display_name = local.file.smtpServer.fromDisplayName
    starttls          = var.mail.starttls
    ssl               = var.mail.ssl

    dynamic "auth" {
      for_each = var.mail.user == "" ? [] : [var.mail.user]
      content {
        username = auth.value
        password = var.mail_password
      }
    }
  }
}

resource "keycloak_realm_events" "portal" {
  realm_id                     = keycloak_realm.portal.id
  events_enabled               = local.file.eventsEnabled
  events_expiration            = local.file.eventsExpiration
  events_listeners             = local.file.eventsListeners
  admin_events_enabled         = local.file.adminEventsEnabled
  admin_events_details_enabled = local.file.adminEventsDetailsEnabled
}

resource "keycloak_realm_user_profile" "portal" {
  realm_id = keycloak_realm.portal.id

  dynamic "attribute" {
    for_each = local.profile
    content {
      name               = attribute.value.name
      display_name       = attribute.value.display_name
      multi_valued       = attribute.value.multi_valued
      required_for_roles = attribute.value.required
      annotations        = attribute.value.annotations

      permissions {
        view = attribute.value.view
        edit = attribute.value.edit
      }

      dynamic "validator" {
        for_each = attribute.value.validators
        content {
          name   = validator.key
          config = validator.value
        }
      }
    }
  }
}

resource "keycloak_required_action" "portal" {
  for_each = local.required_actions

  realm_id       = keycloak_realm.portal.id
  alias          = each.key
  name           = each.value.name
  enabled        = each.value.enabled
  default_action = each.value.defaultAction
  priority       = each.value.priority
}

resource "keycloak_default_roles" "portal" {
  realm_id      = keycloak_realm.portal.id
  default_roles = local.default_roles
}
