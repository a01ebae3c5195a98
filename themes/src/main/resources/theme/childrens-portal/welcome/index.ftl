<!DOCTYPE html>
<html class="govuk-template" lang="en">
<head>
  <meta charset="utf-8">
  <title>Home - ${properties.serviceName}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${resourcesPath}/css/portal.css">
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link">Skip to main content</a>
<header class="portal-header"><div class="govuk-width-container"><span class="portal-header__name">${properties.serviceName}</span></div></header>
<div class="govuk-width-container">
  <main class="govuk-main-wrapper" id="main-content">
    <h1 class="govuk-heading-l">Welcome to the ${properties.serviceName}</h1>
    <p class="govuk-body">If you are worried about the safety or wellbeing of a child or young person, <a class="govuk-link" href="${properties.contactUrl}">please contact us</a>.</p>
    <section aria-labelledby="account">
      <h2 class="govuk-heading-m" id="account"><a class="govuk-link" href="${baseUrl}${properties.accountPath}">My account</a></h2>
      <p class="govuk-body">Sign in, or register for a new account.</p>
    </section>
  </main>
</div>
<footer class="portal-footer"><div class="govuk-width-container"><p class="govuk-body-s"><a class="govuk-link" href="${properties.contactUrl}">Contact us</a></p></div></footer>
</body>
</html>
