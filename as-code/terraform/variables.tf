variable "realm" {
  description = "What the realm is called."
  type        = string
  default     = "portal"
}

variable "realm_file" {
  description = "The realm as the build has made it (realm-config/target/classes) or as the release has it."
  type        = string
}

variable "mail" {
  description = "The mail server. With a user name and a password it is signed in to."
  type = object({
    host     = string
    port     = optional(string, "25")
    from     = string
    starttls = optional(bool, false)
    ssl      = optional(bool, false)
    user     = optional(string, "")
  })
}

variable "mail_password" {
  description = "The mail server's password, if it wants one."
  type        = string
  default     = ""
  sensitive   = true
}

variable "web_url" {
  description = "The relying application's first page."
  type        = string
}

variable "web_redirect_uri" {
  description = "Where the relying application has people sent back to."
  type        = string
}
