<#ftl output_format="plainText">
${msg("portalResetWhat", realmName!)}

${link}

${msg("portalResetEnds", linkExpirationFormatter(linkExpiration))}

${msg("portalResetNotYou")}
